-- How far in commit order the log has come; 0, 0 until the first batch after this change.
alter table log_state
    add column transaction_number bigint not null default 0,
    add column global_index bigint not null default 0;
