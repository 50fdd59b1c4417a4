-- What an installation sets for itself about screening and monitoring: every value counts from a day, one person
-- proposes it and another one puts it in force, and no value ever changes. Before the first, the product's own counts.

create table desk_policy (
  topic text not null check (topic in ('lists', 'monitoring', 'moratoria', 'levels', 'elevations')),
  key text not null,
  version integer not null,
  value jsonb not null,
  from_on date not null,
  reason text not null,
  state text not null check (state in ('waiting', 'in-force', 'refused', 'withdrawn')),
  -- Null for what was taken over from the tables of before.
  proposed_by uuid,
  proposed_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  primary key (topic, key, version),
  constraint desk_policy_by_two check (answered_by <> proposed_by or state = 'withdrawn')
);
create unique index desk_policy_waiting on desk_policy (topic, key) where state = 'waiting';

insert into desk_policy (topic, key, version, value, from_on, reason, state, proposed_at)
select 'lists', source, 1, jsonb_build_object('freshDays', fresh_days, 'required', required), changed_at::date,
  'Taken over from the policy of before', 'in-force', changed_at
from source_policy;
drop table source_policy;

insert into desk_policy (topic, key, version, value, from_on, reason, state, proposed_at)
select 'moratoria', concat_ws('.', supplier_type, state, nullif(upper(county), '')),
  (row_number() over (partition by supplier_type, state, upper(county) order by from_on, to_on, id)) * 2 - 1,
  jsonb_build_object('stands', true, 'cite', cite), from_on, 'Taken over from the table of before', 'in-force', noted_at
from moratorium
union all
select 'moratoria', concat_ws('.', supplier_type, state, nullif(upper(county), '')),
  (row_number() over (partition by supplier_type, state, upper(county) order by from_on, to_on, id)) * 2,
  jsonb_build_object('stands', false, 'cite', cite), to_on + 1, 'Taken over from the table of before', 'in-force', noted_at
from moratorium where to_on is not null;
drop table moratorium;

-- What was set as a value of the installation: only what it names, over the product's own.
insert into desk_policy (topic, key, version, value, from_on, reason, state, proposed_at)
select 'monitoring', 'everybody', 1, value, current_date, 'Taken over from the policy of before', 'in-force', now()
from setting where name = 'monitoring.policy';
delete from setting where name = 'monitoring.policy';
