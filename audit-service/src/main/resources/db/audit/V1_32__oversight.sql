-- Findings: the state of each, written with its events, and what is needed to notice them.

-- A finding's whole state: its lock, and what lists are made of. Codes and random references only.
create table finding (
    finding_id  uuid         primary key,
    sequence    bigint       not null,
    kind        varchar(40)  not null,
    state       varchar(12)  not null,
    raised_at   timestamptz  not null,
    first_at    timestamptz  not null,
    last_at     timestamptz  not null,
    occurrences bigint       not null,
    figures     jsonb        not null,
    source      varchar(200),
    actor       uuid,
    unit        varchar(600),
    object      varchar(600),
    purpose     varchar(100),
    assignee    uuid,
    conclusion  varchar(12),
    reason      varchar(100),
    note        uuid,
    concluded_at timestamptz
);
create index finding_newest on finding (raised_at desc, finding_id desc);
create index finding_open on finding (kind) where state = 'open';

-- The entries a finding is about. What is noticed twice is here once.
create table finding_entry (
    finding_id  uuid        not null references finding,
    entry_id    uuid        not null,
    ledger_id   uuid        not null,
    occurred_at timestamptz not null,
    primary key (finding_id, entry_id)
);
create index finding_entry_ledger on finding_entry (ledger_id);

-- Why it was concluded so, in somebody's own words: sealed under the finding's own key.
create table finding_note (
    note_id    uuid     primary key,
    finding_id uuid     not null references finding,
    key_id     uuid     not null,
    revision   smallint not null,
    sealed     bytea    not null
);

-- Since when a ledger is restricted.
create table oversight_restriction (
    ledger_id     uuid        primary key,
    restricted_at timestamptz not null
);

-- Whose data somebody read in an hour, kept for two days, and how many people that were.
create table reading_hour_person (
    reader    uuid        not null,
    hour      timestamptz not null,
    ledger_id uuid        not null,
    primary key (reader, hour, ledger_id)
);
create index reading_hour_person_hour on reading_hour_person (hour);
create index reading_hour_person_ledger on reading_hour_person (ledger_id);
create table reading_hour (
    reader uuid         not null,
    hour   timestamptz  not null,
    unit   varchar(600),
    people bigint       not null,
    primary key (reader, hour)
);
create index reading_hour_unit on reading_hour (unit, hour);

-- How far oversight has looked: everything up to this place in commit order was seen.
create table oversight_place (
    only_one           boolean primary key default true check (only_one),
    transaction_number bigint  not null,
    global_index       bigint  not null
);
insert into oversight_place (transaction_number, global_index) values (0, 0);
