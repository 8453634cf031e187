-- Restrictions that end (GDPR Art. 18(3)): the person is told first. Why lies in the vault, and so does what people say they did.
create table restriction_lifting (
    lifting_id   uuid        primary key,
    request_id   uuid        not null,
    said         uuid        not null,
    notice_id    uuid        not null,
    announced_by text        not null,
    announced_at timestamptz not null,
    told_at      timestamptz,
    -- Who told them in another way; null when a mail server's answer shows it.
    told_by      text,
    -- The request was decided anew since.
    past         boolean     not null default false
);
create unique index restriction_lifting_once on restriction_lifting (request_id) where not past;
create index restriction_lifting_notice on restriction_lifting (notice_id);

create table restriction_lifting_item (
    lifting_id uuid        not null references restriction_lifting,
    item       varchar(80) not null,
    state      varchar(10) not null check (state in ('WAITING', 'BY_HAND', 'LIFTED', 'FAILED')),
    problem    text,
    ended_at   timestamptz,
    ended_by   text,
    primary key (lifting_id, item)
);
