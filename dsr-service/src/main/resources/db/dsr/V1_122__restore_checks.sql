-- Looking whether a restored backup of a company system brought erased people back: one line per erasure and system. No personal data.
create table restore_check (
    check_id   uuid        primary key,
    carry_out  boolean     not null,
    started_at timestamptz not null
);
create table restore_check_line (
    check_id   uuid        not null references restore_check,
    request_id uuid        not null,
    system     varchar(40) not null,
    state      varchar(10) not null default 'open' check (state in ('open', 'clean', 'back', 'erased', 'failed')),
    found      bigint      not null default 0,
    problem    text,
    primary key (check_id, request_id, system)
);
create index restore_check_line_open on restore_check_line (request_id, system) where state = 'open';
