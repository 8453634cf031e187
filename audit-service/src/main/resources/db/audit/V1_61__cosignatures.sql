-- How many witnesses signed a checkpoint beside the log; their lines stand below the note.
alter table log_checkpoint add column cosignatures integer not null default 0 check (cosignatures >= 0);
create index log_checkpoint_cosigned on log_checkpoint (size) where cosignatures > 0;
