package org.commitcast.commandline.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.localstack.StackSettings;
import org.commitcast.localstack.service.Service;
import org.junit.jupiter.api.Test;

class UpOptionsTest {

    private static final Path HOME = Path.of("/opt/commitcast");

    @Test
    void keepsDataBesideTheCommandAndListensOnLoopbackUnlessTold() {
        StackSettings settings = parse();

        assertThat(settings.data()).isEqualTo(HOME.resolve(".commitcast"));
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(Service.INGEST.httpPort(settings.portBase())).isEqualTo(8081);
        assertThat(Service.NOTIFY.managementPort(settings.portBase())).isEqualTo(9083);
        assertThat(settings.services()).containsExactly(Service.values());
        assertThat(settings.kafka()).isEmpty();
        assertThat(settings.database()).isEmpty();
    }

    @Test
    void takesEveryOptionInBothSpellings() {
        StackSettings settings = parse(
                "--data=/srv/show",
                "--port-base",
                "7000",
                "--host",
                "0.0.0.0",
                "--only",
                "kafka,database",
                "--kafka=broker:9092",
                "--database",
                "postgresql://u:p@db");

        assertThat(settings.data()).isEqualTo(Path.of("/srv/show"));
        assertThat(settings.portBase()).isEqualTo(7000);
        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.services()).isEmpty();
        assertThat(settings.kafka()).contains("broker:9092");
        assertThat(settings.database()).contains("postgresql://u:p@db");
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> parse("--prot-base", "1"))
                .isInstanceOf(UsageProblem.class)
                .hasMessage("There is no option --prot-base: known are --data, --database, --host, --kafka, --only,"
                        + " --port-base.");
        assertThatThrownBy(() -> parse("--port-base")).hasMessage("The option --port-base lacks its value.");
        assertThatThrownBy(() -> parse("--port-base", "many"))
                .hasMessage("--port-base many is not a number from 1 to 64000.");
        assertThatThrownBy(() -> parse("--port-base", "65000"))
                .hasMessage("--port-base 65000 is not a number from 1 to 64000.");
        assertThatThrownBy(() -> parse("--only", "kafka,zookeeper"))
                .hasMessage("--only does not know zookeeper: kafka, database, ingest, feed and notify.");
        assertThatThrownBy(() -> parse("--host", "a", "--host", "b")).hasMessage("The option --host is given twice.");
    }

    private static StackSettings parse(String... words) {
        return UpOptions.parse(List.of(words), HOME);
    }
}
