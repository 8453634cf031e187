-- Somebody said that a task may go on while a worker was still at it: it is then looked at again at once, not after its pause.
alter table task add column woken boolean not null default false;
