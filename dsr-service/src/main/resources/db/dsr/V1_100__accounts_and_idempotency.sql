-- Requests that come by letter belong to an account and to no sign-in: they are found, and joined to what is open already, by a keyed hash of it.
alter table request_register add column account_hash bytea;
create unique index request_register_one_open_account on request_register (account_hash, asked_right) where open;
create index request_register_account on request_register (account_hash, received_at desc);

-- Commands that were carried out, so that one that is sent again is not carried out again. The fingerprint is a keyed hash of what was asked.
create table idempotency_key (
    caller      text         not null,
    key         varchar(200) not null,
    fingerprint bytea        not null,
    request_id  uuid,
    noted_at    timestamptz  not null,
    primary key (caller, key)
);
create index idempotency_key_noted on idempotency_key (noted_at);
