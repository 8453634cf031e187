-- One that was given up can be sent again though nothing happened meanwhile.
drop index notice_once;
create unique index notice_once on notice (request_id, kind, about, coalesce(recipient, '')) where kind <> 'CODE' and state <> 'failed';
