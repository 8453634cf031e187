-- Transfers into accounts elsewhere. Where to and with which password lies in the vault, until the transfer is over.
create table transfer (
    transfer_id uuid        primary key,
    request_id  uuid        not null,
    item        varchar(80) not null,
    state       varchar(12) not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'PARTLY_DONE', 'FAILED')),
    records     bigint      not null default 0,
    added       bigint      not null default 0,
    different   bigint      not null default 0,
    problem     text,
    started_at  timestamptz not null,
    finished_at timestamptz
);
create unique index transfer_running on transfer (request_id, item) where state = 'RUNNING';
create index transfer_request on transfer (request_id);
