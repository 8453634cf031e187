-- Which owners still have keys of a year that is over.
create index vault_key_year on vault_key (year, owner_id) where wrapped is not null;
