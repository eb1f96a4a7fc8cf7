package org.stepbridge.packs;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stepbridge.casework.Nearest;

/** Says what is wrong with one condition, where it stands in the file and how to mend it. */
final class ConditionProblems {
    private static final Set<String> ROOTS = Set.of("request", "lists", "roles");
    private static final Set<String> FUNCTIONS =
            Set.of("vague", "readable", "listed", "size", "within", "age", "names");
    private static final Set<String> METHODS = Set.of("contains", "startsWith", "endsWith", "size");
    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

    private final Item item;
    private final Names names;
    private final CodedWords codedWords;

    ConditionProblems(Item item, Names names, CodedWords codedWords) {
        this.item = item;
        this.names = names;
        this.codedWords = codedWords;
    }

    /** Tells the first thing that the compiler found, for the others often follow from it; whether it found anything. */
    boolean told(CelValidationResult result) {
        List<CelIssue> errors = result.getErrors();
        errors.stream()
                .limit(1)
                .forEach(error -> item.wrongAt(offset(error.getSourceLocation()), plain(error.getMessage())));
        return !errors.isEmpty();
    }

    /** Tells every name and word that means nothing; whether there is one. */
    boolean toldNames(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> toldName(node, tree))
                .reduce(false, Boolean::logicalOr);
    }

    private boolean toldName(CelNavigableExpr node, CelAbstractSyntaxTree tree) {
        int at = position(node.expr(), tree);
        return switch (node.getKind()) {
            case SELECT -> toldField(node.expr(), at + 1);
            case IDENT -> toldWord(node, at);
            case CALL -> toldFunction(node.expr(), at) || toldComparison(node.expr(), tree);
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
        boolean known = selected ? ROOTS.contains(word) : word.equals("now");
        if (known) {
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
        Set<String> known = expression.call().target().isPresent() ? METHODS : FUNCTIONS;
        if (!Character.isLetter(function.charAt(0)) || known.contains(function)) {
            return false;
        }
        item.wrongAt(
                Math.max(0, at - function.length()),
                "there is no function '" + function + "' here" + Nearest.hint(function, known));
        return true;
    }

    /** A comparison with a word that the feeds turn into another would never hold, or always. */
    private boolean toldComparison(CelExpr expression, CelAbstractSyntaxTree tree) {
        if (!COMPARISONS.contains(expression.call().function())) {
            return false;
        }
        List<CelExpr> sides = expression.call().args();
        return sides.stream()
                .flatMap(ConditionProblems::field)
                .flatMap(field ->
                        sides.stream().flatMap(ConditionProblems::texts).map(text -> toldCoded(field, text, tree)))
                .reduce(false, Boolean::logicalOr);
    }

    private boolean toldCoded(String field, CelExpr text, CelAbstractSyntaxTree tree) {
        String word = text.constant().stringValue();
        var becomes = codedWords.becomes(field, word);
        becomes.ifPresent(other -> item.wrongAt(
                position(text, tree),
                "'" + word + "' never stands in '" + field + "', for the feeds turn it into '" + other + "'; write '"
                        + other + "'"));
        return becomes.isPresent();
    }

    private static Stream<String> field(CelExpr side) {
        boolean field = side.exprKind().getKind() == Kind.SELECT
                && side.select().operand().exprKind().getKind() == Kind.IDENT
                && side.select().operand().ident().name().equals("request");
        return field ? Stream.of(side.select().field()) : Stream.empty();
    }

    private static Stream<CelExpr> texts(CelExpr side) {
        return switch (side.exprKind().getKind()) {
            case CONSTANT ->
                side.constant().getKind() == CelConstant.Kind.STRING_VALUE ? Stream.of(side) : Stream.empty();
            case LIST -> side.list().elements().stream().flatMap(ConditionProblems::texts);
            default -> Stream.empty();
        };
    }

    private static int position(CelExpr expression, CelAbstractSyntaxTree tree) {
        return tree.getSource().getPositionsMap().getOrDefault(expression.id(), 0);
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
        if (message.startsWith("found no matching overload for ")) {
            String what = message.substring("found no matching overload for ".length());
            int candidates = what.indexOf(" (candidates");
            return "these cannot be combined: " + (candidates < 0 ? what : what.substring(0, candidates))
                    + "; fields are texts, so compare them with texts in quotes";
        }
        int expecting = message.indexOf(" expecting ");
        return "this is no condition: " + (expecting < 0 ? message : message.substring(0, expecting));
    }
}
