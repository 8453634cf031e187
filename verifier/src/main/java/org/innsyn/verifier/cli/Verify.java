package org.innsyn.verifier.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.JsonText;
import org.innsyn.verifier.entry.FieldWords;

/** The command, apart from the process it runs in. */
final class Verify {

    private final PrintStream out;
    private final PrintStream err;

    Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Checks everything that is named, prints the answers and returns the exit code. */
    int run(String... words) {
        Arguments arguments;
        try {
            arguments = Arguments.parse(words);
        } catch (Unusable wrongUse) {
            err.println(wrongUse.getMessage());
            return Verdict.UNUSABLE.exitCode();
        }
        if (arguments.help()) {
            out.print(Arguments.USAGE);
            return Verdict.GOOD.exitCode();
        }
        List<Answer> answers = answers(arguments);
        Verdict verdict = answers.stream().map(Answer::verdict).reduce(Verdict.GOOD, Verdict::orWorse);
        if (arguments.json()) {
            out.println(JsonText.of(json(verdict, answers)));
        } else {
            answers.forEach(this::print);
        }
        return verdict.exitCode();
    }

    private static List<Answer> answers(Arguments arguments) {
        var answers = new ArrayList<Answer>();
        var files = new FileCheck(arguments.trust(), arguments.copyKeys(), arguments.leaf(), arguments.log().isPresent());
        answers.addAll(files.check(arguments.files()));
        arguments.log().ifPresent(log -> answers.add(new WholeLogCheck(arguments.trust()).check(log, arguments.since(), files.checkpoints())));
        return answers;
    }

    private static Json json(Verdict verdict, List<Answer> answers) {
        var members = new LinkedHashMap<String, Json>();
        members.put("result", new Json.Text(verdict.word()));
        members.put("answers", new Json.Items(answers.stream().map(Answer::json).toList()));
        return new Json.Members(members);
    }

    private void print(Answer answer) {
        out.println(FieldWords.printable(answer.subject()) + ": " + answer.headline());
        answer.lines().forEach(line -> out.println(line.isEmpty() ? "" : "  " + FieldWords.printable(line)));
        out.println();
    }
}
