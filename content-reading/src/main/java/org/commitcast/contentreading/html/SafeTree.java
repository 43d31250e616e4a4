package org.commitcast.contentreading.html;

import java.util.ArrayList;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.TagBalancingHtmlStreamEventReceiver;

/** Tells a policy of a tree, element by element: the text is not written out to be taken apart a second time. */
final class SafeTree implements NodeVisitor {

    // What is nested more deeply loses its elements and keeps its text.
    private static final int MAX_DEPTH = 256;

    private final HtmlStreamEventReceiver policy;

    private SafeTree(HtmlStreamEventReceiver policy) {
        this.policy = policy;
    }

    static void tell(Element root, HtmlSanitizer.Policy policy) {
        var balanced = new TagBalancingHtmlStreamEventReceiver(policy);
        balanced.setNestingLimit(MAX_DEPTH);
        balanced.openDocument();
        root.traverse(new SafeTree(balanced));
        balanced.closeDocument();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            policy.text(text.getWholeText());
        } else if (node instanceof Element element && depth > 0) {
            var attributes = new ArrayList<String>();
            for (var attribute : element.attributes()) {
                attributes.add(attribute.getKey());
                attributes.add(attribute.getValue());
            }
            policy.openTag(element.normalName(), attributes);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && depth > 0 && !element.tag().isEmpty()) {
            policy.closeTag(element.normalName());
        }
    }
}
