-- Each ledger has a slot in the trees of heads, from its opening on and for ever; nobody else ever gets it.

-- Handed out in blocks, see Slots.
create sequence ledger_slot as bigint minvalue 0 increment by 64;

alter table ledger_head add column slot bigint;
update ledger_head h set slot = 64 * f.place from (select ledger_id, row_number() over (order by ledger_id) - 1 as place from ledger_head) f where f.ledger_id = h.ledger_id;
select setval('ledger_slot', coalesce(max(slot) + 64, 0), false) from ledger_head;
alter table ledger_head alter column slot set not null, add unique (slot);
