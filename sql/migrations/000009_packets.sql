-- Every reason for which an application is made, and packets: applications that are prepared and submitted together.

alter table application drop constraint application_reason_check;
alter table application add constraint application_reason_check check (reason in (
  'initial', 'change', 'revalidation', 'reactivation', 'reassignment-add', 'reassignment-change', 'reassignment-end',
  'add-location', 'ownership-buyer', 'ownership-seller', 'merger', 'consolidation', 'withdrawal',
  'opt-out-renewal', 'opt-out-cancellation', 'order-stop'
));

create table packet (
  id uuid primary key,
  -- Which situation of the start page it came from.
  situation text not null,
  created_by uuid not null,
  created_at timestamptz not null
);

-- An application belongs to one packet at most.
create table packet_application (
  application_id uuid primary key references application,
  packet_id uuid not null references packet,
  position integer not null,
  unique (packet_id, position)
);
