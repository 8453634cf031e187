-- Keys that sign copies: public halves of all, and which one signs now. The private half of that one lies in the key folder.

create table copy_key (
    name         varchar(200) not null,
    number       integer      not null,
    verifier_key text         not null,
    opened_at    timestamptz  not null,
    retired_at   timestamptz,
    primary key (name, number)
);
create unique index copy_key_signing on copy_key (name) where retired_at is null;
