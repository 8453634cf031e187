-- Which policy is the newest. Read in every unit of work that judges, so that no process judges by an older one.
create table policy_state (
    only_one           boolean primary key default true check (only_one),
    table_number       integer not null,
    directory_revision integer not null
);
insert into policy_state (table_number, directory_revision) values (0, 0);
