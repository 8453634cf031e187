-- Hours are forgotten by their time, and readers are counted within one: a key that begins with the hour serves both.
drop index reading_hour_person_hour;
alter table reading_hour_person drop constraint reading_hour_person_pkey, add primary key (hour, reader, ledger_id);
