-- The record of personal data breaches: which there are, and what people wrote about them. All else stands in their events.
create table breach (
    breach_id  uuid        primary key,
    finding_id uuid        unique,
    opened_at  timestamptz not null
);

-- In somebody's own words: sealed under the breach's own key.
create table breach_text (
    text_id   uuid     primary key,
    breach_id uuid     not null,
    key_id    uuid     not null,
    revision  smallint not null,
    sealed    bytea    not null
);
create index breach_text_breach on breach_text (breach_id);
