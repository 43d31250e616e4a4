package org.commitcast.commandline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.commitcast.contentreading.RepositoryCheck.Audio;
import org.commitcast.contentreading.episode.AudioProof;
import org.commitcast.contentreading.episode.HostedAudio;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.HostedFile;
import org.commitcast.guardedhttp.Limits;

/** Looks at audio where it is hosted. */
final class Probes {
    private static final int AT_ONCE = 4;

    private final GuardedHttp http;
    private final boolean holds;

    /** @param holds whether audio that cannot be heard is an error */
    Probes(GuardedHttp http, boolean holds) {
        this.http = http;
        this.holds = holds;
    }

    List<Finding> of(List<Audio> all) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<Audio, Future<HostedAudio>> looks = new LinkedHashMap<>();
            all.forEach(one ->
                    looks.put(one, threads.submit(() -> look(one.enclosure().url()))));
            List<Finding> findings = new ArrayList<>();
            for (Map.Entry<Audio, Future<HostedAudio>> look : looks.entrySet()) {
                Audio one = look.getKey();
                findings.addAll(AudioProof.findings(
                        one.path(),
                        one.place(),
                        one.enclosure(),
                        look.getValue().get(),
                        holds));
            }
            return findings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the look at audio was cut off", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look at audio failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private HostedAudio look(String url) {
        HostedFile file = HostedFile.ask(http, url, Limits.USUAL);
        return new HostedAudio(file.problem(), file.length(), file.type(), file.ranges());
    }
}
