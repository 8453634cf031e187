-- Documents of a ledger are deleted in parts, beside the projection, once that has passed the ledger's end; until now it did so itself.

alter table ledger_unindexed add column emptied_at timestamptz;
update ledger_unindexed set emptied_at = unindexed_at;
create index ledger_unindexed_open on ledger_unindexed (unindexed_at) where emptied_at is null;
