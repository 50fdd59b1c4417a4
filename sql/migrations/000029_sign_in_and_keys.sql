-- A session whose owner holds no way to verify that is allowed now: until one was added it does nothing else.
alter table session add column must_add_method boolean not null default false;

-- Where a program publishes its public keys, in place of keys that were pasted.
alter table api_client add column keys_url text;

-- People who ask the help desk may be acting for a provider: both are named.
alter table staff_event add column acting_for text;
