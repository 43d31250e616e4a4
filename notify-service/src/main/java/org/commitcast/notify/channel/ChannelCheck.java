package org.commitcast.notify.channel;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.announcementtext.AnnouncementTemplate;
import org.commitcast.announcementtext.Key;
import org.commitcast.announcementtext.WrongTemplateException;
import org.commitcast.notify.outgoing.OutgoingHttp;
import org.jspecify.annotations.Nullable;

/** Says all that is wrong with a definition at once. */
@ApplicationScoped
class ChannelCheck {
    private static final String SITE_NAME = "[a-z0-9][a-z0-9-]{0,62}";
    private final Announcers announcers;
    private final OutgoingHttp http;

    ChannelCheck(Announcers announcers, OutgoingHttp http) {
        this.announcers = announcers;
        this.http = http;
    }

    /** Returns where the definition can be used, with the secret that it will have. */
    void require(String name, ChannelRequest request, Access access) {
        List<Map<String, String>> errors = new ArrayList<>();
        String type = request.type() == null ? "" : request.type();
        boolean secretAddress =
                announcers.of(type).map(Announcer::addressIsSecret).orElse(false);
        URI url = address(secretAddress ? access.secret() : access.url(), errors);
        if (secretAddress && request.anySecret() != null) {
            errors.add(error("secret", "this kind of channel has none: its url is the secret"));
        }
        boolean needsAddress =
                announcers.of(type).map(Announcer::looksForAddress).orElse(false);
        templateErrors(request.templates(), needsAddress, errors);
        siteErrors(request.sites(), errors);
        if (Boolean.TRUE.equals(request.maintainers())) {
            maintainerErrors(type, request.templates(), errors);
        }
        announcers
                .of(type)
                .ifPresentOrElse(
                        announcer -> {
                            settingErrors(announcer.settings(), request.anySettings(), errors);
                            announcer
                                    .complaints(new ChannelSettings(
                                            name,
                                            type,
                                            url,
                                            secretAddress ? null : access.secret(),
                                            request.visibility(),
                                            request.anySettings()))
                                    .forEach(complaint -> errors.add(error(type, complaint)));
                        },
                        () -> errors.add(error("type", "must be one of " + String.join(", ", announcers.types()))));
        if (!errors.isEmpty()) {
            throw Problem.badRequest(
                            "Invalid channel",
                            errors.stream()
                                    .map(error -> error.get("field") + ": " + error.get("detail"))
                                    .reduce((a, b) -> a + "; " + b)
                                    .orElse(""))
                    .with("errors", errors);
        }
    }

    /** The names of the sites; the star for all. */
    static Set<String> sites(@Nullable JsonNode sites) {
        Set<String> names = new TreeSet<>();
        if (sites == null || sites.isNull() || sites.isTextual()) {
            names.add(ChannelRow.ALL_SITES);
        } else {
            sites.forEach(site -> names.add(site.asText()));
        }
        return names;
    }

    private static void siteErrors(@Nullable JsonNode sites, List<Map<String, String>> errors) {
        if (sites == null || sites.isNull() || sites.asText().equals("all")) {
            return;
        }
        boolean list = sites.isArray() && !sites.isEmpty();
        for (JsonNode site : sites) {
            list &= site.isTextual() && site.asText().matches(SITE_NAME);
        }
        if (!list) {
            errors.add(error("sites", "must be \"all\" or a list of site names"));
        }
    }

    private static void settingErrors(
            List<Setting> known, Map<String, String> given, List<Map<String, String>> errors) {
        for (Setting setting : known) {
            if (setting.needed() && !given.containsKey(setting.name())) {
                errors.add(error("settings." + setting.name(), "is needed: " + setting.meaning()));
            }
        }
        List<String> names = known.stream().map(Setting::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                errors.add(error(
                        "settings." + name,
                        names.isEmpty()
                                ? "this kind of channel has no settings of its own"
                                : "is none; there are " + String.join(", ", names)));
            }
        }
    }

    private void maintainerErrors(String type, @Nullable Templates templates, List<Map<String, String>> errors) {
        if (!announcers.of(type).map(Announcer::servesMaintainers).orElse(true)) {
            errors.add(error("maintainers", "serves for channels that are private: log and webhook"));
        }
        if (templates != null && !templates.texts().isEmpty()) {
            errors.add(error("templates", "serve for announcements; a channel for maintainers has none"));
        }
    }

    private static void templateErrors(
            @Nullable Templates templates, boolean needsAddress, List<Map<String, String>> errors) {
        if (templates == null) {
            return;
        }
        templates.texts().forEach((place, text) -> {
            try {
                if (!AnnouncementTemplate.parse(text).shows(Key.URL) && needsAddress) {
                    errors.add(error(
                            place,
                            "must hold {url}: when an answer is lost, the announcement is looked for by its link"));
                }
            } catch (WrongTemplateException e) {
                errors.add(error(place, String.valueOf(e.getMessage())));
            }
        });
    }

    private @Nullable URI address(@Nullable String url, List<Map<String, String>> errors) {
        if (url == null) {
            return null;
        }
        try {
            URI address = new URI(url.strip());
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getRawUserInfo() == null) {
                http.refusal(address).ifPresent(refusal -> errors.add(error("url", refusal)));
                return address;
            }
        } catch (URISyntaxException e) {
            // Falls through to the complaint, which does not repeat it: an address may be a secret.
        }
        errors.add(error("url", "must be an absolute https address without credentials"));
        return null;
    }

    private static Map<String, String> error(String field, String detail) {
        return Map.of("field", field, "detail", detail);
    }
}
