-- What people have to do in systems without a connector, and what systems are asked over a topic. What they say, and what they upload, lies in the vault and in sealed files.
create table manual_task (
    task_id         uuid        primary key,
    request_id      uuid        not null,
    system          varchar(40) not null,
    work            varchar(10) not null check (work in ('COLLECT', 'ERASE')),
    instructions_en text        not null,
    instructions_nb text        not null,
    due_on          date        not null,
    created_at      timestamptz not null,
    done_at         timestamptz,
    done_by         text,
    nothing_there   boolean     not null default false,
    affected        jsonb       not null default '{}',
    -- A reopened request is done anew; what was done before stays on record.
    past            boolean     not null default false,
    -- Asked of a program, and why it could not do it.
    by_machine      boolean     not null default false,
    problem         text
);
create unique index manual_task_one on manual_task (request_id, system, work) where not past;
create index manual_task_due on manual_task (due_on) where done_at is null and not past and not by_machine;

create table manual_file (
    task_id    uuid        not null references manual_task,
    number     integer     not null,
    size_bytes bigint      not null,
    sha256     varchar(64) not null,
    added_at   timestamptz not null,
    primary key (task_id, number)
);
