-- Letters to people and to recipients of their data, written with the event they tell of. No personal data: the words and the address lie in the vault.
create table notice (
    notice_id     uuid        primary key,
    request_id    uuid        not null,
    kind          varchar(30) not null,
    -- Which event of the request it tells of; the letter is written from that, so that it says the same however often it is tried.
    about         bigint      not null,
    -- The name of the recipient's settings, for those of GDPR Art. 19.
    recipient     varchar(200),
    -- What the sender wrote, and who it was, for those that somebody sends.
    said          uuid,
    ground        varchar(40),
    sent_by       text,
    state         varchar(10) not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    problem       text,
    created_at    timestamptz not null,
    settled_at    timestamptz,
    answer        varchar(40),
    acknowledged_at timestamptz,
    acknowledgement uuid
);
create unique index notice_once on notice (request_id, kind, about, coalesce(recipient, ''));
create index notice_request on notice (request_id, created_at);
