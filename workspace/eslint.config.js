// Few rules, each for a fault that has happened to somebody: hooks out of order, controls without a name, promises lost.
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config({ ignores: ["src/api/schema.d.ts"] }, ...tseslint.configs.recommended, {
  files: ["src/**/*.{ts,tsx}"],
  plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
  rules: {
    ...jsxA11y.flatConfigs.recommended.rules,
    "react-hooks/rules-of-hooks": "error",
    "react-hooks/exhaustive-deps": "error",
    "max-lines": ["error", 250],
    "no-restricted-properties": ["error", { object: "document", property: "write", message: "The policy forbids it." }],
  },
});
