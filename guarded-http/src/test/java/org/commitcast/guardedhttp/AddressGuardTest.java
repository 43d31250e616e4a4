package org.commitcast.guardedhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static final AddressPolicy PUBLIC_ONLY = AddressPolicy.allowing("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.254",
                "169.254.169.254",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.9",
                "192.88.99.1",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "100::1",
                "4000::1"
            })
    void refusesAddressesThatAreNotPublic(String address) throws UnknownHostException {
        AddressGuard guard = answering(PUBLIC_ONLY, address);

        assertThatExceptionOfType(RefusedAddressException.class)
                .isThrownBy(() -> guard.resolve("show.example"))
                .withMessageStartingWith("show.example is a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "2606:2800:220:1::"})
    void letsPublicAddressesThrough(String address) throws UnknownHostException {
        assertThat(answering(PUBLIC_ONLY, address).resolve("show.example"))
                .containsExactly(InetAddress.getByName(address));
    }

    @Test
    void refusesHostWithOnePrivateAddressAmongPublicOnes() throws UnknownHostException {
        AddressGuard guard = answering(PUBLIC_ONLY, "93.184.216.34", "10.0.0.1");

        assertThatExceptionOfType(RefusedAddressException.class).isThrownBy(() -> guard.resolve("show.example"));
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    @Test
    void keepsTheFirstAnswerOfEachHostForOneExchange() throws UnknownHostException {
        AtomicInteger asked = new AtomicInteger();
        AddressGuard changing = new AddressGuard(PUBLIC_ONLY, host ->
                new InetAddress[] {address(asked.getAndIncrement() == 0 ? "93.184.216.34" : "10.0.0.1")});
        AddressGuard exchange = changing.pinned();

        assertThat(exchange.resolve("show.example")).containsExactly(address("93.184.216.34"));
        assertThat(exchange.resolve(URI.create("https://SHOW.example/x"))).containsExactly(address("93.184.216.34"));
        assertThatExceptionOfType(RefusedAddressException.class)
                .isThrownBy(() -> changing.pinned().resolve("show.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "127.1",
                "0177.0.0.1",
                "127.0.0.01",
                "1.2.3.4.5",
                "93.184.216.34.",
                "0X7F.0.0.1"
            })
    void refusesNumbersInFormsThatParsersReadDifferently(String host) throws UnknownHostException {
        AddressGuard guard = answering(PUBLIC_ONLY, "93.184.216.34");

        assertThatExceptionOfType(RefusedAddressException.class)
                .isThrownBy(() -> guard.resolve(host))
                .withMessageContaining("unusual form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://show.example/",
                "file:///etc/passwd",
                "gopher://show.example/",
                "mailto:a@show.example",
                "//show.example/",
                "https:///path",
                "https://user:word@show.example/",
                "https://show.example@10.0.0.1/"
            })
    void refusesUrlsOfOtherSchemesOrWithCredentials(String url) throws UnknownHostException {
        AddressGuard guard = answering(PUBLIC_ONLY, "93.184.216.34");

        assertThatExceptionOfType(RefusedAddressException.class)
                .isThrownBy(() -> guard.resolve(URI.create(url)))
                .withMessageNotContaining("word");
    }

    @Test
    void refusesPlainHttpUnlessAllowed() throws UnknownHostException {
        URI plain = URI.create("http://show.example/");

        assertThatExceptionOfType(RefusedAddressException.class)
                .isThrownBy(() -> answering(PUBLIC_ONLY, "93.184.216.34").resolve(plain))
                .withMessageContaining("plain HTTP");
        assertThat(answering(PUBLIC_ONLY.andPlainHttp(), "93.184.216.34").resolve(plain))
                .hasSize(1);
    }

    @Test
    void allowListOpensBlocksHostsAndPlainHttpToThem() throws UnknownHostException {
        AddressPolicy policy = AddressPolicy.allowing("loopback, 10.20.0.0/15 forge.internal,fd00::/8,192.168.7.7");

        assertThat(answering(policy, "127.0.0.1").resolve(URI.create("http://a.example/")))
                .hasSize(1);
        assertThat(answering(policy, "::1").resolve("a.example")).hasSize(1);
        assertThat(answering(policy, "10.21.255.255").resolve("a.example")).hasSize(1);
        assertThat(answering(policy, "fd00::1").resolve("a.example")).hasSize(1);
        assertThat(answering(policy, "192.168.7.7").resolve("a.example")).hasSize(1);
        assertThat(answering(policy, "192.168.1.1").resolve("Forge.Internal")).hasSize(1);
        assertThatThrownBy(() -> answering(policy, "10.22.0.0").resolve("a.example"))
                .isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> answering(policy, "192.168.7.8").resolve("a.example"))
                .isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "300.1.2.3/8", "::1/129", "http://forge", "a/b"})
    void namesWrongEntryOfAllowList(String entry) {
        assertThatThrownBy(() -> AddressPolicy.allowing("loopback," + entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(entry);
    }

    private static AddressGuard answering(AddressPolicy policy, String... addresses) throws UnknownHostException {
        InetAddress[] answer = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            answer[i] = InetAddress.getByName(addresses[i]);
        }
        return new AddressGuard(policy, host -> answer.clone());
    }
}
