-- What an e-mail provider keeps about its customers.
create table customers (
    id              bigint generated always as identity primary key,
    account         text not null unique,
    customer_number text not null unique,
    name            text not null,
    email           text not null unique,
    phone           text,
    street          text,
    postal_code     text,
    city            text,
    joined_at       timestamptz not null
);

create table subscriptions (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references customers,
    plan        text not null,
    price_nok   numeric(10, 2) not null,
    started_on  date not null,
    ended_on    date
);
create index on subscriptions (customer_id);

create table invoices (
    number          text primary key,
    customer_id     bigint not null references customers,
    subscription_id bigint references subscriptions,
    issued_on       date not null,
    fiscal_year     int not null,
    amount_nok      numeric(10, 2) not null,
    paid_on         date
);
create index on invoices (customer_id);
create index on invoices (subscription_id);
create sequence invoice_number;

create table domains (
    id            bigint generated always as identity primary key,
    customer_id   bigint not null references customers,
    name          text not null unique,
    registered_on date not null,
    expires_on    date not null
);
create index on domains (customer_id);

create table aliases (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references customers,
    address     text not null unique,
    created_at  timestamptz not null
);
create index on aliases (customer_id);

create table support_cases (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references customers,
    reference   text not null unique,
    topic       text not null,
    state       text not null check (state in ('open', 'closed')),
    opened_at   timestamptz not null,
    closed_at   timestamptz
);
create index on support_cases (customer_id);

create table support_messages (
    id         bigint generated always as identity primary key,
    case_id    bigint not null references support_cases,
    author     text not null check (author in ('customer', 'staff')),
    body       text not null,
    written_at timestamptz not null
);
create index on support_messages (case_id);

-- Accesses that were made and are not yet acknowledged: written in the transaction that made them, deleted when
-- Innsyn has them.
create table access_outbox (
    id      uuid primary key,
    channel text not null check (channel in ('http', 'kafka')),
    source  text not null,
    event   text not null,
    people  int not null,
    made_at timestamptz not null default now()
);
create index on access_outbox (channel, made_at);

-- Each reporting system numbers its accesses, so that a missing one is seen.
create table access_sequence (
    source text primary key,
    last   bigint not null
);

-- Whether Innsyn was told which identifiers are verified for which account.
create table introduction (
    done_at timestamptz not null
);
