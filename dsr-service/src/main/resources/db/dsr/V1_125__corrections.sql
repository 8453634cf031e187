-- What a person says is right (GDPR Art. 16): which field of which item. The value lies in the vault, under the request's own key.
create table correction (
    correction_id uuid        primary key,
    request_id    uuid        not null,
    item          varchar(80) not null,
    field         varchar(80) not null,
    entered_by    text        not null,
    entered_at    timestamptz not null,
    -- Decided with the request: what is written down later is not carried out.
    decided       boolean     not null default false,
    done_at       timestamptz,
    -- The request was looked at anew since.
    past          boolean     not null default false
);
create unique index correction_once on correction (request_id, item, field) where not past;
