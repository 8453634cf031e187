-- What is needed to find a person's own requests and to have one open request of a kind at most. No personal data: owner is the
-- opaque subject of a token.
create table request_register (
    request_id  uuid        primary key,
    reference   varchar(20) not null unique,
    owner       text        not null,
    asked_right varchar(20) not null,
    received_at timestamptz not null,
    open        boolean     not null
);
create unique index request_register_one_open on request_register (owner, asked_right) where open;
create index request_register_owner on request_register (owner, received_at desc);

-- The vault: who asked, what was written, where their records stand. Sealed under the request's own key.
create table request_detail (
    request_id uuid        not null,
    field      varchar(60) not null,
    key_id     uuid        not null,
    revision   integer     not null,
    sealed     bytea       not null,
    primary key (request_id, field)
);

-- What is to be carried out. A row is claimed by a lease, so that a worker that dies gives it back.
create table task (
    task_id     uuid        primary key,
    request_id  uuid        not null,
    kind        varchar(20) not null,
    system      varchar(40),
    state       varchar(10) not null default 'open' check (state in ('open', 'done', 'failed')),
    attempts    integer     not null default 0,
    not_before  timestamptz not null,
    lease_until timestamptz,
    claim       uuid,
    problem     text,
    created_at  timestamptz not null,
    finished_at timestamptz
);
create index task_due on task (not_before) where state = 'open';
create index task_request on task (request_id);

-- Accesses by this service and by the staff who read requests here, on their way to the audit-service. Sealed, and gone once sent.
create table access_report (
    report_id  bigint generated always as identity primary key,
    event_id   uuid        not null unique,
    request_id uuid        not null,
    key_id     uuid        not null,
    sealed     bytea       not null
);
