package org.commitcast.commandline.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.commandline.check.Outcome.Correction;
import org.commitcast.commandline.check.Outcome.Line;
import org.commitcast.commandline.definition.DefinitionFile;
import org.commitcast.commandline.folder.WorkingCopy;
import org.commitcast.contentreading.RepositoryCheck;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.site.EnclosureProbing;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.GuardedHttp;

/** The command. Needs no server; connects to others only to look at audio, and only if asked to. */
public final class Check {
    private static final int MISUSED = 2;
    private static final String USAGE =
            "Usage: commitcast check DIR [--site FILE] [--format text|json] [--strict] [--probe] [--fix]";

    private final PrintStream out;
    private final PrintStream err;
    private final AddressPolicy addresses;

    /** @param addresses where audio may be looked at */
    public Check(PrintStream out, PrintStream err, AddressPolicy addresses) {
        this.out = out;
        this.err = err;
        this.addresses = addresses;
    }

    /** Returns the exit code: 0 where nothing is wrong, 1 where something is, 2 where it cannot be told. */
    public int run(List<String> words) {
        try {
            CheckOptions options = CheckOptions.of(words);
            Outcome outcome = check(options, DefinitionFile.read(options.site()).settings());
            if (options.json()) {
                json(outcome);
            } else {
                text(outcome);
            }
            return outcome.exitCode(options.strict());
        } catch (UncheckedIOException e) {
            err.println(plain("commitcast check: " + e.getMessage() + ": " + e.getCause()));
            return MISUSED;
        } catch (UsageProblem e) {
            err.println("commitcast check: " + e.getMessage());
            err.println(USAGE);
            return MISUSED;
        }
    }

    private Outcome check(CheckOptions options, SiteSettings settings) {
        var http = new GuardedHttp(new AddressGuard(addresses.andPlainHttp()), "Commitcast");
        List<Correction> corrections = new ArrayList<>();
        var files = WorkingCopy.of(options.folder());
        if (options.fix()) {
            var before = RepositoryCheck.of(files, settings);
            corrections.addAll(new Corrections(options.folder(), before.reader(), http).of(before.audio()));
        }
        var result = RepositoryCheck.of(files, settings);
        List<Finding> findings = new ArrayList<>(result.findings());
        var probing = result.reader().rules().enclosureProbe();
        if (options.probe() || probing != EnclosureProbing.OFF) {
            findings.addAll(new Probes(http, probing == EnclosureProbing.HOLD).of(result.audio()));
            findings.sort(RepositoryCheck.ORDER);
        }
        return Outcome.of(result.documents(), result.transcripts(), findings, corrections);
    }

    private void text(Outcome outcome) {
        for (Correction one : outcome.corrections()) {
            String before = one.before() == null ? "" : " (was " + one.before() + ")";
            String refused = one.refused();
            String done = refused == null ? "written" : "not written: " + refused;
            out.println(plain("%s: %s: %s%s %s".formatted(one.path(), one.key(), one.after(), before, done)));
        }
        for (Line one : outcome.findings()) {
            out.println(plain("%s:%d:%d %s %s %s"
                    .formatted(one.path(), one.line(), one.column(), one.severity(), one.rule(), one.message())));
        }
        out.println("%s, %s: %s, %s."
                .formatted(
                        count(outcome.documents(), "document"),
                        count(outcome.transcripts(), "transcript"),
                        count(outcome.errors(), "error"),
                        count(outcome.warnings(), "warning")));
    }

    /** Names and texts come from files: they must not steer a terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void json(Outcome outcome) {
        try {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(outcome));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome has a JSON form", e);
        }
    }
}
