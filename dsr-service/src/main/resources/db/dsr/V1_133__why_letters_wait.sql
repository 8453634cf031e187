-- Why a letter waits or did not arrive, so that it can be said in every language; "problem" says it in English. No personal data.
alter table notice add column hindrance        varchar(40);
alter table notice add column hindrance_detail varchar(40);
