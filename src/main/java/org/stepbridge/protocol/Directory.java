package org.stepbridge.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.stepbridge.model.Request;

/**
 * Which mailbox a role, locality or team has. An address that an export gives is used only when it is a plain address
 * in an allowed domain; otherwise the post's fallback gets the message, so that it reaches somebody and leaks to nobody.
 *
 * @param posts name of the post to how it gets its mailbox
 * @param allowedDomains the domains that may be written to, in lower case
 */
public record Directory(Map<String, Post> posts, Set<String> allowedDomains) {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+)");

    public Directory {
        posts = Map.copyOf(posts);
        allowedDomains = Set.copyOf(allowedDomains);
    }

    /** Whether this is a plain address in an allowed domain. */
    public boolean allows(String address) {
        var match = ADDRESS.matcher(address);
        return match.matches() && allowedDomains.contains(match.group(1).toLowerCase(Locale.ROOT));
    }

    /** The addresses of these posts for this request, each once, in the order of the posts. */
    public List<String> addresses(List<String> names, Request request) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : names) {
            found.add(address(post(name), request));
        }
        return List.copyOf(found);
    }

    /** The mailboxes of these posts that need no request to be known, each once, in the order of the posts. */
    public List<String> mailboxes(List<String> names) {
        return names.stream().map(this::post).map(Post::fallback).distinct().toList();
    }

    private Post post(String name) {
        Post post = posts.get(name);
        if (post == null) {
            throw new IllegalArgumentException("the directory has no post called " + name);
        }
        return post;
    }

    private String address(Post post, Request request) {
        String own = Fields.of(request, post.addressField()).strip();
        if (allows(own)) {
            return own;
        }
        String chosen = post.mailboxes().getOrDefault(Fields.of(request, post.keyField()), "");
        return allows(chosen) ? chosen : post.fallback();
    }
}
