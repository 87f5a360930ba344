import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config({ ignores: ['dist/', 'node_modules/'] }, js.configs.recommended, {
  files: ['**/*.ts'],
  extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
  languageOptions: {
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/no-confusing-void-expression': 'off',
    // An index that a loop has checked is there; the compiler cannot see it.
    '@typescript-eslint/no-non-null-assertion': 'off',
    'max-lines': ['error', { max: 400 }],
    complexity: ['error', 12],
  },
}, {
  // Generated, and as long as what it is made from.
  files: ['src/manifest.ts'],
  rules: { 'max-lines': 'off' },
});
