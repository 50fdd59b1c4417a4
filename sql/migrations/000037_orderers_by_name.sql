-- The look-up of who may order and refer finds by name also whom only the list names: neither enrolled here nor in a
-- registry that is loaded. Names as they are compared: capitals, hyphens as blanks, no apostrophes or periods.
create index order_referring_name on order_referring
  (import_id, (upper(translate(last_name, '-''.', ' '))) collate "C");
