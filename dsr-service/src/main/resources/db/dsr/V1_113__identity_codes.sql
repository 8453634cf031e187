-- One-time codes to known addresses: when, and how often somebody tried. The code itself is derived and stands nowhere.
create table identity_code (
    notice_id  uuid        primary key references notice,
    request_id uuid        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    attempts   integer     not null default 0,
    used_at    timestamptz
);
create index identity_code_request on identity_code (request_id, issued_at desc);
create index identity_code_issued on identity_code (issued_at);

-- Each code has a letter of its own, though nothing else happened meanwhile.
drop index notice_once;
create unique index notice_once on notice (request_id, kind, about, coalesce(recipient, '')) where kind <> 'CODE';
