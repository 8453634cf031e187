-- Which holds stand, in the transaction of their events. Whose item one keeps is a keyed hash; the account itself lies in the vault.
create table legal_hold (
    hold_id      uuid        primary key,
    system       varchar(40) not null,
    category     varchar(60),
    item         varchar(120),
    account_hash bytea,
    ground       varchar(40) not null,
    owner        varchar(60) not null,
    review_on    date        not null,
    said         uuid        not null,
    placed_at    timestamptz not null,
    released_at  timestamptz,
    version      bigint      not null,
    check ((category is null) <> (item is null))
);
create index legal_hold_standing on legal_hold (system) where released_at is null;
create index legal_hold_review on legal_hold (review_on) where released_at is null;

-- Items that wait for a hold.
create table held_item (
    request_id   uuid         not null,
    item         varchar(120) not null,
    hold_id      uuid         not null references legal_hold,
    category     varchar(60)  not null,
    account_hash bytea        not null,
    primary key (request_id, item, hold_id)
);
create index held_item_hold on held_item (hold_id);

-- Erasures that began and did not end yet: a hold that is placed now comes too late for a part of them, and says so.
create table erasure_begun (
    request_id   uuid         not null,
    item         varchar(120) not null,
    category     varchar(60)  not null,
    account_hash bytea        not null,
    begun_at     timestamptz  not null,
    primary key (request_id, item)
);
