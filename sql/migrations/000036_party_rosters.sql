-- A saved roster belongs to a provider or organization, so that it outlives whoever added it: everybody who may use its
-- rosters sees it and is told. What somebody keeps for themselves has an owner and no party.

alter table roster add column party_id text;
alter table roster alter column owner_id drop not null;
create index roster_party on roster (party_id, created_at);

-- Of a program: its own, and its party's to see. An organization that is one enrollee is known by that one.
update roster r set party_id = coalesce(
  (select min(e.enrollee_id::text) from organization_enrollee e
    where e.organization_id = c.party_id having count(*) = 1),
  c.party_id)
from api_client c where c.id = r.owner_id;

-- Of a person who works for one party: that party's.
with home as (
  select m.user_id, min(m.party_id) as party_id
  from membership m
  where m.status = 'active'
    and m.role in ('individual-provider', 'authorized-official', 'access-manager', 'staff-end-user')
  group by m.user_id having count(distinct m.party_id) = 1
)
update roster r set owner_id = null,
    party_id = coalesce(
      (select min(e.enrollee_id::text) from organization_enrollee e
        where e.organization_id = home.party_id having count(*) = 1),
      home.party_id)
from home where home.user_id = r.owner_id;

alter table roster add constraint roster_somebodys check (owner_id is not null or party_id is not null);

-- When somebody was last shown a roster, and what the page then called "since": the look before that sitting.
create table roster_look (
  roster_id uuid not null references roster on delete cascade,
  user_id uuid not null references app_user,
  seen_at timestamptz not null,
  since timestamptz,
  primary key (roster_id, user_id)
);
