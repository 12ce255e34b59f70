error: two columns are called `a`
  hint: give each a name of its own with AS, or use -f csv
