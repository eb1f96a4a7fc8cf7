package org.stepbridge.packs;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Arithmetic;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepbridge.casework.Mapping.Computed;
import org.stepbridge.casework.Nearest;

/**
 * Compiles the formulas of computed fields. They are CEL over the texts of a row, {@code row.<field>}, without anything
 * that loops, fails or costs; what compiles always gives a text.
 */
final class Formulas {
    private static final String ROW = "row.";
    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '(?:row\\.)?([^']*)'");
    private static final Pattern FIELD = Pattern.compile("row\\.(\\w+)");
    private static final CelType TEXT = SimpleType.STRING;
    private static final Set<StandardFunction> FUNCTIONS = Set.of(
            StandardFunction.LOGICAL_AND,
            StandardFunction.LOGICAL_OR,
            StandardFunction.LOGICAL_NOT,
            StandardFunction.CONDITIONAL,
            StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS,
            StandardFunction.IN,
            StandardFunction.CONTAINS,
            StandardFunction.STARTS_WITH,
            StandardFunction.ENDS_WITH);

    private final Set<String> fields;
    private final CelCompiler compiler;
    private final CelRuntime runtime;

    /** @param fields what formulas may use: fields that columns and fixed texts fill */
    Formulas(Collection<String> fields) {
        this.fields = Set.copyOf(fields);
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, overload) ->
                                FUNCTIONS.contains(function) || overload == Arithmetic.ADD_STRING)
                        .build())
                .setResultType(TEXT)
                .addFunctionDeclarations(
                        function("lower", TEXT), function("before", TEXT, TEXT), function("after", TEXT, TEXT));
        fields.forEach(field -> builder.addVar(ROW + field, TEXT));
        this.compiler = builder.build();
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "lower",
                        CelFunctionBinding.from(
                                "pack_lower", String.class, text -> text.toLowerCase(java.util.Locale.ROOT))))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "before", CelFunctionBinding.from("pack_before", String.class, String.class, Formulas::before)))
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        "after", CelFunctionBinding.from("pack_after", String.class, String.class, Formulas::after)))
                .build();
    }

    /** The formula that this text is; one that gives nothing, with the problem told, when it is none. */
    Computed compile(Item item) {
        CelValidationResult compiled = compiler.compile(item.text());
        if (compiled.hasError()) {
            tell(item, compiled.getErrors().get(0));
            return fields -> "";
        }
        try {
            CelRuntime.Program program = runtime.createProgram(compiled.getAst());
            String where = item.file().name() + item.pointer();
            return row -> text(program, row::apply, where);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("a formula without problems cannot be compiled", e);
        }
    }

    private static String text(CelRuntime.Program program, java.util.function.UnaryOperator<String> row, String where) {
        try {
            return (String) program.eval(name -> Optional.of(row.apply(name.substring(ROW.length()))));
        } catch (CelEvaluationException e) {
            // Its text might quote a field; nothing here can fail for want of a good value.
            throw new IllegalStateException("the formula at " + where + " gave no text: " + e.getErrorCode());
        }
    }

    private void tell(Item item, CelIssue error) {
        Matcher unknown = UNKNOWN.matcher(error.getMessage());
        int at = Math.max(0, error.getSourceLocation().getColumn());
        if (unknown.find()) {
            Matcher field = FIELD.matcher(item.text());
            String name = field.find(at) && field.start() == at ? field.group(1) : unknown.group(1);
            item.wrongAt(
                    at,
                    "there is nothing called '" + name + "' here; write texts in quotes, fields as row.<name>"
                            + Nearest.hint(name, fields));
        } else if (error.getMessage().startsWith("expected type 'string'")) {
            item.wrongAt(at, "a formula gives a text, this gives none; choose between texts with ? and :");
        } else {
            int expecting = error.getMessage().indexOf(" expecting ");
            String what =
                    expecting < 0 ? error.getMessage() : error.getMessage().substring(0, expecting);
            item.wrongAt(at, "this is no formula: " + what);
        }
    }

    /** What stands before the first such mark; the whole text when there is none. */
    static String before(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    /** What stands behind the first such mark; the whole text when there is none. */
    static String after(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(at + mark.length());
    }

    private static CelFunctionDecl function(String name, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload("pack_" + name, TEXT, List.of(arguments)));
    }
}
