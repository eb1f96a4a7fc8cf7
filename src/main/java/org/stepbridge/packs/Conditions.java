package org.stepbridge.packs;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import org.stepbridge.protocol.Condition;

/**
 * Compiles the conditions of one type of request. They are CEL without anything that loops, fails or costs: texts,
 * lists, comparisons and the pack's own functions. What compiles always gives an answer.
 */
final class Conditions {
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType TEXTS = ListType.create(SimpleType.STRING);

    private final Names names;
    private final CodedWords codedWords;
    private final CelCompiler compiler;
    private final CelRuntime runtime;

    // Vague does not change once it is built, but cannot say so to the checker.
    @SuppressWarnings("Immutable")
    Conditions(Names names, Vague vague, CodedWords codedWords) {
        this.names = names;
        this.codedWords = codedWords;
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(harmless())
                .setResultType(SimpleType.BOOL)
                .addFunctionDeclarations(
                        function("vague", TEXT),
                        function("readable", TEXT),
                        function("listed", TEXT, TEXTS),
                        function("names", TEXT, TEXTS),
                        function("within", TEXT, TEXT, TEXT),
                        age());
        names.texts().forEach(name -> builder.addVar(name, TEXT));
        names.lists().forEach(name -> builder.addVar(name, TEXTS));
        this.compiler = builder.build();
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .addFunctionBindings(
                        binding(CelFunctionBinding.from(overload("vague"), String.class, vague::test), "vague"))
                .addFunctionBindings(binding(
                        CelFunctionBinding.from(overload("readable"), String.class, ReadableTime::test), "readable"))
                .addFunctionBindings(binding(
                        CelFunctionBinding.from(overload("listed"), String.class, List.class, Conditions::listed),
                        "listed"))
                .addFunctionBindings(binding(
                        CelFunctionBinding.from(overload("names"), String.class, List.class, Conditions::names),
                        "names"))
                .addFunctionBindings(binding(
                        CelFunctionBinding.from(
                                overload("within"),
                                List.of(String.class, String.class, String.class),
                                texts -> ReadableTime.within((String) texts[0], (String) texts[1], (String) texts[2])),
                        "within"))
                .addFunctionBindings(binding(
                        CelFunctionBinding.from(overload("age"), String.class, String.class, ReadableTime::age), "age"))
                .build();
    }

    /** The condition at this key of {@code rule}; {@code otherwise} when there is none. */
    Condition at(Item rule, String key, Condition otherwise) {
        return rule.find(key).map(this::compile).orElse(otherwise);
    }

    /** The condition that this text is; never true, with the problem told, when it is none. */
    Condition compile(Item item) {
        CelValidationResult parsed = compiler.parse(item.text());
        ConditionProblems problems = new ConditionProblems(item, names, codedWords);
        if (problems.told(parsed)) {
            return Condition.NEVER;
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            if (problems.toldNames(tree)) {
                return Condition.NEVER;
            }
            CelValidationResult checked = compiler.check(tree);
            return problems.told(checked) ? Condition.NEVER : condition(checked.getAst(), item);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("a condition without problems cannot be compiled", e);
        }
    }

    private Condition condition(CelAbstractSyntaxTree tree, Item item) throws CelEvaluationException {
        CelRuntime.Program program = runtime.createProgram(tree);
        String where = item.file().name() + item.pointer();
        return facts -> {
            try {
                return (Boolean) program.eval(names.resolver(facts));
            } catch (CelEvaluationException e) {
                // Its text might quote a field; nothing here can fail for want of a good value.
                throw new IllegalStateException("the condition at " + where + " gave no answer: " + e.getErrorCode());
            }
        };
    }

    private static boolean listed(String text, List<?> list) {
        return list instanceof WordList words
                ? words.lists(text)
                : !text.isEmpty()
                        && list.stream()
                                .anyMatch(
                                        word -> WordList.plain(word.toString()).equals(WordList.plain(text)));
    }

    private static boolean names(String text, List<?> phrases) {
        return phrases instanceof WordList words
                ? words.standIn(text)
                : new WordList(phrases.stream().map(Object::toString).toList()).standIn(text);
    }

    private static CelStandardDeclarations harmless() {
        return CelStandardDeclarations.newBuilder()
                .includeFunctions(
                        StandardFunction.LOGICAL_AND,
                        StandardFunction.LOGICAL_OR,
                        StandardFunction.LOGICAL_NOT,
                        StandardFunction.NOT_STRICTLY_FALSE,
                        StandardFunction.CONDITIONAL,
                        StandardFunction.EQUALS,
                        StandardFunction.NOT_EQUALS,
                        StandardFunction.IN,
                        StandardFunction.LESS,
                        StandardFunction.LESS_EQUALS,
                        StandardFunction.GREATER,
                        StandardFunction.GREATER_EQUALS,
                        StandardFunction.SIZE,
                        StandardFunction.CONTAINS,
                        StandardFunction.STARTS_WITH,
                        StandardFunction.ENDS_WITH)
                .build();
    }

    private static CelFunctionDecl function(String name, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(overload(name), SimpleType.BOOL, List.of(arguments)));
    }

    private static CelFunctionDecl age() {
        return CelFunctionDecl.newFunctionDeclaration(
                "age", CelOverloadDecl.newGlobalOverload(overload("age"), SimpleType.INT, List.of(TEXT, TEXT)));
    }

    private static Iterable<CelFunctionBinding> binding(CelFunctionBinding binding, String name) {
        return CelFunctionBinding.fromOverloads(name, binding);
    }

    private static String overload(String name) {
        return "pack_" + name;
    }
}
