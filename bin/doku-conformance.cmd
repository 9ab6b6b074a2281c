@echo off
rem Starts doku-conformance on the runtime beside it, or, in a checkout, on the Java of the PATH.
setlocal
set "HOME_DIR=%~dp0.."
set "TUNED=-XX:TieredStopAtLevel=1"
set "COLLECTOR=-XX:+UseSerialGC"
set "LATE=-XX:Tier4InvocationThreshold=25000 -XX:Tier4MinInvocationThreshold=5000 -XX:Tier4CompileThreshold=70000 -XX:Tier4BackEdgeThreshold=250000 -XX:MaxInlineLevel=5 -XX:InlineSmallCode=500 -XX:FreqInlineSize=100"
if "%~1"=="check" set "TUNED=%LATE%"
if "%~1"=="explain" set "TUNED=%LATE%"
set "SERVES="
if "%~1"=="sandbox" set "SERVES=yes"
if "%~1"=="proxy" set "SERVES=yes"
if defined SERVES set "TUNED=-XX:MaxRAM=4g -XX:InitialRAMPercentage=25 -XX:NewRatio=1"
if defined SERVES set "COLLECTOR=-XX:+UseParallelGC"
echo "%DOKU_CONFORMANCE_OPTS%" | findstr /r /c:"+Use.*GC" >nul && set "COLLECTOR="
if exist "%HOME_DIR%\runtime\bin\java.exe" (
  "%HOME_DIR%\runtime\bin\java.exe" %TUNED% %COLLECTOR% %DOKU_CONFORMANCE_OPTS% -cp "%HOME_DIR%\no-class-path" io.github.dokuconformance.cli.Main %*
) else (
  java %TUNED% %COLLECTOR% %DOKU_CONFORMANCE_OPTS% -jar "%HOME_DIR%\cli\target\doku-conformance.jar" %*
)
exit /b %ERRORLEVEL%
