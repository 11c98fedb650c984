@echo off
setlocal
set LOGIN=--no-login
if "%CLAUDE_HELPER_CONTEXT%"=="interactive" set LOGIN=
"C:\Program Files\gatepass\bin\gatepass.exe" token %LOGIN%
