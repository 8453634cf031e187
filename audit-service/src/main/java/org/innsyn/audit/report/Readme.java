package org.innsyn.audit.report;

/** {@code README.txt}: what the bundle is and how to check it without the company that made it, in English and Norwegian. */
final class Readme {

    private Readme() {}

    static String of(ReportFacts facts) {
        var counts = facts.counts();
        return TEXT.formatted(
                facts.job().id(), facts.job().from(), facts.job().to(), counts.listed(), counts.outside(), counts.closed(), counts.other(), facts.first(), facts.end() - 1,
                facts.logKey(), facts.reportKey(),
                facts.job().id(), facts.job().from(), facts.job().to(), counts.listed(), counts.outside(), counts.closed(), counts.other(), facts.first(), facts.end() - 1,
                facts.logKey(), facts.reportKey());
    }

    private static final String TEXT = """
            AUDIT REPORT %1$s
            Accesses to personal data recorded from %2$s until %3$s (UTC).
            (Norsk tekst nedenfor.)

            What is in it
              report.pdf          to read
              accesses.jsonl      every access, one a line; accesses.xlsx is the same for a spreadsheet
              figures.json        the figures, counted from the lines
              findings.jsonl      what broke the rules, and what became of it
              breaches.json       personal data breaches on record that were being worked
              policies.json       the access control tables that were in force
              erasures.json       logs of people that were erased or restricted, with the times of their receipts
              log/                what proves the lines: the signed checkpoints, every leaf of the log in the period, hashes
              manifest.json       the files and their SHA-256; manifest.json.note is its signature

            How to check it without us
              1. Get the verifier innsyn-verifier.jar (it needs Java 21 and no network), or open verify.html from this bundle in a browser.
              2. Get the two keys from somewhere else than this bundle, for instance by a letter, and compare:
                   log      %10$s
                   reports  %11$s
              3. java -jar innsyn-verifier.jar --key LOG-KEY --key REPORTS-KEY THIS-FILE.zip
                 0 means good, 1 bad (it says what and where), 2 that it could not be checked.
              docs/report-format.md describes every byte, for those who would rather write their own.

            What is proved, and what is the company's word
              Proved by the log's signature: all leaves from %8$d to %9$d are here, none left out, added or altered. %4$d of them are
              listed as lines, with time, source, unit, role, operation, object, categories, purpose, legal basis and verdict as they were
              recorded. %5$d are shown to be outside the period or the scope. %7$d are no accesses but trees of heads. Those say that
              everything that was answered "recorded" before the end of the period stands before the end of this run.
              %6$d entries cannot be opened by anybody any more, because their person's log was erased. Of those, only that they were there
              is known; erasures.json tells when logs were erased and how many entries they had.
              The company's word, under its signature: the pseudonyms (person, actor, recipient; good in this report only), findings.jsonl,
              breaches.json, policies.json, erasures.json, accesses.xlsx and report.pdf. What no source reported to the log is not covered. Requests of data
              subjects and their clocks are kept by the request service and are not in this report.


            TILSYNSRAPPORT %12$s
            Oppslag i personopplysninger registrert fra %13$s til %14$s (UTC).

            Innhold
              report.pdf          til å lese
              accesses.jsonl      alle oppslag, ett per linje; accesses.xlsx er det samme for et regneark
              figures.json        tallene, telt fra linjene
              findings.jsonl      det som brøt reglene, og hva det ble til
              breaches.json       brudd på personopplysningssikkerheten som var under arbeid
              policies.json       tilgangstabellene som gjaldt
              erasures.json       personers logger som ble slettet eller begrenset, med kvitteringenes tidspunkter
              log/                det som beviser linjene: signerte sjekkpunkter, alle blader i loggen i perioden, hasher
              manifest.json       filene og deres SHA-256; manifest.json.note er signaturen

            Slik kontrolleres den uten oss
              1. Skaff kontrollprogrammet innsyn-verifier.jar (det trenger Java 21 og ikke noe nett), eller åpne verify.html i en nettleser.
              2. Skaff de to nøklene fra et annet sted enn denne filen, for eksempel i et brev, og sammenlign:
                   logg       %21$s
                   rapporter  %22$s
              3. java -jar innsyn-verifier.jar --key LOGGNØKKEL --key RAPPORTNØKKEL DENNE-FILEN.zip
                 0 betyr i orden, 1 feil (med hva og hvor), 2 at den ikke kunne kontrolleres.

            Hva som er bevist, og hva som er virksomhetens ord
              Bevist av loggens signatur: alle blader fra %19$d til %20$d er her, ingen er utelatt, lagt til eller endret. %15$d av dem står
              som linjer, med tid, kilde, enhet, rolle, handling, objekt, kategorier, formål, rettsgrunnlag og vurdering slik de ble
              registrert. %16$d vises å ligge utenfor perioden eller utvalget. %18$d er ikke oppslag, men trær over loggenes ender. De sier at
              alt som var besvart «registrert» før periodens slutt, står før slutten av denne rekken.
              %17$d oppføringer kan ikke lenger åpnes av noen, fordi personens logg er slettet. Om dem vet man bare at de fantes;
              erasures.json sier når logger ble slettet og hvor mange oppføringer de hadde.
              Virksomhetens ord, under dens signatur: pseudonymene (person, actor, recipient; gjelder bare i denne rapporten), findings.jsonl,
              breaches.json, policies.json, erasures.json, accesses.xlsx og report.pdf. Det ingen kilde har meldt til loggen, er ikke dekket. Registrertes
              krav og deres frister føres av kravtjenesten og er ikke med i denne rapporten.
            """;
}
