-- Letters a mail server took and that came back (RFC 3464): what was sent is not always told.
alter table notice drop constraint notice_state_check;
alter table notice add constraint notice_state_check check (state in ('waiting', 'sent', 'failed', 'bounced'));
drop index notice_once;
create unique index notice_once on notice (request_id, kind, about, coalesce(recipient, '')) where kind <> 'CODE' and state not in ('failed', 'bounced');

-- How far the mailbox for what comes back is read. No personal data.
create table bounce_reading (
    folder       varchar(200) primary key,
    uid_validity bigint       not null,
    last_uid     bigint       not null
);
