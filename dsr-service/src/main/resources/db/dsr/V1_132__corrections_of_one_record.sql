-- Several records of an item can each have the same field corrected. Which one lies in the vault, so that it is kept apart there.
drop index correction_once;
create index correction_request on correction (request_id, item, field) where not past;
