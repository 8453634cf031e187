-- Records that are kept out of a copy, with the ground. A record is named by a hash of what it says, which is no personal data to whoever does not have it;
-- who holds the record could tell that it was withheld, so the name lies in the vault.
create table withholding (
    withholding_id uuid        primary key,
    request_id     uuid        not null,
    item           varchar(80) not null,
    ground         varchar(60) not null,
    decided_by     text        not null,
    decided_at     timestamptz not null,
    lifted_by      text,
    lifted_at      timestamptz
);
create index withholding_request on withholding (request_id);
