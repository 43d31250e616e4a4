package org.commitcast.contentreading.markdown;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Makes links of bare addresses.
 *
 * @see <a href="https://github.github.com/gfm/#autolinks-extension-">autolinks</a>
 */
final class BareLinks extends AbstractVisitor {

    private static final String HOST = "[\\w@:%.+~#=-]{1,256}\\.[a-z]+";
    private static final String REST = "(?:[/#?][\\w@:%+.~#$!?&/=();,'\">^{}\\[\\]`-]*+)?";
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![^\\s*_~(])(?:((?:https?|ftp)://" + HOST + "(?::\\d+)?" + REST + ")|(www\\." + HOST
                    + REST + ")|([A-Za-z0-9][\\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}))");

    @Override
    public void visit(Link link) {}

    @Override
    public void visit(Text text) {
        var literal = text.getLiteral();
        if (literal.indexOf(':') < 0 && literal.indexOf('@') < 0 && !literal.contains("www.")) {
            return;
        }
        var from = 0;
        var found = ADDRESS.matcher(literal);
        while (found.find(from)) {
            var end = found.start() + trimmed(found.group());
            var written = literal.substring(found.start(), end);
            text.insertBefore(new Text(literal.substring(from, found.start())));
            text.insertBefore(link(written, found.group(2) != null, found.group(3) != null));
            from = end;
        }
        text.setLiteral(literal.substring(from));
    }

    private static Node link(String written, boolean www, boolean mail) {
        var link = new Link((www ? "https://" : mail ? "mailto:" : "") + written.replace("\"", "%22"), null);
        link.appendChild(new Verbatim(written));
        return link;
    }

    /** How much of it is the address: not the sentence's full stop, nor a bracket that was opened before it. */
    private static int trimmed(String address) {
        var end = address.length();
        var surplus = count(address, ')') - count(address, '(');
        while (end > 0) {
            var last = address.charAt(end - 1);
            var sentence = "?!.,:*_~".indexOf(last) >= 0;
            if (!sentence && !(last == ')' && surplus > 0)) {
                break;
            }
            surplus -= last == ')' ? 1 : 0;
            end--;
        }
        return end;
    }

    private static long count(String address, char sign) {
        return address.chars().filter(c -> c == sign).count();
    }
}
