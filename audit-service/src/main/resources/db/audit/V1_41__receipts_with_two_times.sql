-- A receipt of shredding says since when nobody can read it, and since when no backup brings it back.
alter table ledger_task add column unreadable_at timestamptz;
alter table ledger_task add column beyond_recovery_at timestamptz;
create index ledger_task_recoverable on ledger_task (taken_at) where completed_at is not null and unreadable_at is not null and beyond_recovery_at is null;
