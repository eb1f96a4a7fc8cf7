package org.stepbridge.packs;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.List;
import java.util.Set;

/** Says what is wrong with one condition, where it stands in the file and how to mend it. */
final class ConditionProblems {
    private static final Set<String> ROOTS = Set.of("request", "lists", "roles");
    private static final Set<String> FUNCTIONS = Set.of("vague", "readable", "listed", "size");

    private final Item item;
    private final Names names;

    ConditionProblems(Item item, Names names) {
        this.item = item;
        this.names = names;
    }

    /** Tells what the compiler found; whether it found anything. */
    boolean told(CelValidationResult result) {
        List<CelIssue> errors = result.getErrors();
        errors.stream()
                .limit(1)
                .forEach(error -> item.wrongAt(offset(error.getSourceLocation()), plain(error.getMessage())));
        return !errors.isEmpty();
    }

    /** Tells every name that means nothing; whether there is one. */
    boolean toldNames(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> toldName(node, tree))
                .reduce(false, Boolean::logicalOr);
    }

    private boolean toldName(CelNavigableExpr node, CelAbstractSyntaxTree tree) {
        CelExpr expression = node.expr();
        int at = tree.getSource().getPositionsMap().getOrDefault(expression.id(), 0);
        return switch (node.getKind()) {
            case SELECT -> toldField(expression, at + 1);
            case IDENT -> toldWord(node, at);
            case CALL -> toldFunction(expression, at);
            default -> false;
        };
    }

    private boolean toldField(CelExpr expression, int at) {
        CelExpr of = expression.select().operand();
        if (of.exprKind().getKind() != Kind.IDENT || !ROOTS.contains(of.ident().name())) {
            return false;
        }
        String root = of.ident().name();
        String field = expression.select().field();
        Set<String> known = names.after(root);
        if (known.contains(field)) {
            return false;
        }
        String what = root.equals("request")
                ? "no feed brings a field '" + field + "' for this type of request"
                : "there is nothing called '" + field + "' under " + root;
        item.wrongAt(at, what + Nearest.hint(field, known));
        return true;
    }

    private boolean toldWord(CelNavigableExpr node, int at) {
        String word = node.expr().ident().name();
        boolean selected =
                node.parent().map(parent -> parent.getKind() == Kind.SELECT).orElse(false);
        if (word.equals("now") && !selected || ROOTS.contains(word) && selected) {
            return false;
        }
        item.wrongAt(
                at,
                ROOTS.contains(word)
                        ? "'" + word + "' alone is no value; write " + word + ".<name>"
                        : "there is nothing called '" + word + "'; write texts in quotes, fields as request.<name>");
        return true;
    }

    private boolean toldFunction(CelExpr expression, int at) {
        String function = expression.call().function();
        boolean ours = expression.call().target().isEmpty() && Character.isLetter(function.charAt(0));
        if (!ours || FUNCTIONS.contains(function)) {
            return false;
        }
        item.wrongAt(
                Math.max(0, at - function.length()),
                "there is no function '" + function + "'" + Nearest.hint(function, FUNCTIONS));
        return true;
    }

    private int offset(CelSourceLocation location) {
        int offset = 0;
        for (int line = 1; line < location.getLine(); line++) {
            offset = item.text().indexOf('\n', offset) + 1;
        }
        return offset + Math.max(0, location.getColumn());
    }

    private static String plain(String message) {
        if (message.contains("'<EOF>'")) {
            return "the condition stops too early; finish it";
        }
        if (message.startsWith("expected type 'bool'")) {
            return "a condition is true or false, this is not; compare it with something";
        }
        if (message.startsWith("found no matching overload")) {
            int end = message.indexOf(" (candidates");
            return "these cannot be combined: "
                    + message.substring("found no matching overload for ".length(), end < 0 ? message.length() : end)
                    + "; fields are texts, so compare them with texts in quotes";
        }
        int expecting = message.indexOf(" expecting ");
        return "this is no condition: " + (expecting < 0 ? message : message.substring(0, expecting));
    }
}
