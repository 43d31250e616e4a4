package org.commitcast.contentreading.site;

import java.util.Collections;
import java.util.List;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.yaml.YamlMap;

/** What {@code .commitcast.yml} may say: less than a site's definition, because whoever can push can write it. */
final class SiteFile {

    private SiteFile() {}

    /** The settings that it may say; what is left out is a finding. */
    static SiteSettings allowed(YamlMap said, List<Finding> all) {
        var findings = new Findings(SharedInputs.SITE_FILE);
        var settings = SiteSettings.none();
        for (var name : said.entries().keySet()) {
            var place = said.positionOf(name);
            var reading = SiteSettings.read(
                    Collections.singletonMap(name, said.toJson().get(name)));
            reading.problems()
                    .forEach(problem -> findings.warning(
                            "site-file.setting", place, "'" + name + "' is left out. " + problem.message()));
            for (var setting : Setting.ALL) {
                settings = setting.inRepository() ? setting.copy(reading.settings(), settings) : settings;
                if (!setting.inRepository() && setting.name().equals(name)) {
                    findings.warning(
                            "site-file.not-here",
                            place,
                            "'" + name + "' is left out; it can be set in the site's definition only.");
                }
            }
        }
        all.addAll(findings.list());
        return settings;
    }
}
