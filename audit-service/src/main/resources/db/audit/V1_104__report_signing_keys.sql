-- Keys that sign audit reports: public halves of all, and which one signs now. Beginning with the first when it is next asked for.

create table report_key (
    name         varchar(200) not null,
    number       integer      not null,
    verifier_key text         not null,
    opened_at    timestamptz  not null,
    retired_at   timestamptz,
    primary key (name, number)
);
create unique index report_key_signing on report_key (name) where retired_at is null;
