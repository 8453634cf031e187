-- Reports that were asked for: the work of making them, and where the finished ones lie. Codes and random references only.
create table audit_report (
    report_id   uuid         primary key,
    asked_by    uuid         not null,
    asked_role  varchar(20)  not null,
    asked_at    timestamptz  not null,
    from_at     timestamptz  not null,
    to_at       timestamptz  not null,
    zone        varchar(60)  not null,
    language    varchar(2)   not null,
    scope       jsonb        not null,
    state       varchar(12)  not null,
    done        bigint       not null default 0,
    total       bigint       not null default 0,
    -- Who works on it, until when nobody else may, and how often it went wrong.
    claim       uuid,
    lease_until timestamptz,
    not_before  timestamptz  not null,
    attempts    integer      not null default 0,
    problem     varchar(300),
    -- The finished bundle: its file, and its key sealed under the report's own.
    file        varchar(100),
    key_id      uuid,
    sealed_key  bytea,
    entries     bigint,
    size_bytes  bigint,
    sha256      varchar(64),
    ready_at    timestamptz,
    expires_at  timestamptz,
    check (from_at < to_at),
    check ((state = 'ready') = (file is not null and sealed_key is not null))
);
create index audit_report_due on audit_report (not_before) where state in ('waiting', 'making');
create index audit_report_expiring on audit_report (expires_at) where state = 'ready';

-- Trees of heads among the log's leaves: they say up to when everything is in.
create index log_leaf_other_kinds on log_leaf (leaf_index) where length(leaf_data) > 32;
