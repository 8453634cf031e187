-- Systems behind a topic can be asked to correct, too.
alter table manual_task drop constraint manual_task_work_check;
alter table manual_task add constraint manual_task_work_check check (work in ('COLLECT', 'ERASE', 'RECTIFY'));
