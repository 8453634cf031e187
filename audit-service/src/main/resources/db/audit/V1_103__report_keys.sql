-- Which keys a report's hashes were made with, so that these keys can rotate too.

insert into hash_key (name, number, opened_at) values ('report-ids', 1, now());

alter table reported_event add column key_number integer not null default 1;
alter table bulk_read add column key_number integer not null default 1;
